// The tests measure with the demo's own code: these two files are compiled here again, for an example is no library to link to.
#include "../../examples/demo/missing_columns.cpp"  // NOLINT(bugprone-suspicious-include)
#include "../../examples/demo/shape.cpp"            // NOLINT(bugprone-suspicious-include)
