// The main job on published data: ESCO's occupations and skills, and the job postings of New York City.
#pragma once

#include "options.hpp"

namespace demo {

int run_real(const Options& options);

}  // namespace demo
