// Loops over long columns that the compiler's baseline would run narrow: bitmaps and-ed, bytes compared, what passes listed, a
// few keys put in order.
#pragma once

#include <cstddef>
#include <cstdint>

namespace aril::wide {

// words[i] &= the i-th word of every set, in chunks of 512 bits; a chunk that is empty is left alone.
// Pre: word_count is a multiple of 8.
void intersect(std::uint64_t* words, std::size_t word_count, const std::uint64_t* const* sets, std::size_t set_count);

// How many bits are set.
std::size_t count_bits(const std::uint64_t* words, std::size_t word_count);

// Adds bit i of words to counts[i]. Pre: no count is 255.
void count_each(const std::uint64_t* words, std::size_t word_count, std::uint8_t* counts);

// Bit i of words says whether bytes[i] <= limit. Pre: byte_count is a multiple of 512.
void at_most(const std::uint8_t* bytes, std::size_t byte_count, std::uint8_t limit, std::uint64_t* words);

// Lists the numbers of the bits that are set, rising. Room at `numbers` for all of them and 16 more. Returns how many there are.
std::size_t list_bits(const std::uint64_t* words, std::size_t word_count, std::uint32_t* numbers);

// Lists every i with values[i] >= least, rising. Values up to the next multiple of 16 after count may be read; room as above.
std::size_t list_at_least(const std::uint32_t* values, std::size_t count, std::uint32_t least, std::uint32_t* numbers);

// Copies every value >= least, and the number that goes with it, in their order. Shapes: as above, for all four. Returns how many there are.
std::size_t keep_at_least(const std::uint32_t* values, const std::uint32_t* numbers, std::size_t count, std::uint32_t least,
                          std::uint32_t* kept_values, std::uint32_t* kept_numbers);

// The same where each number has a least value of its own, which value + late must reach: leasts[numbers[i]]. Pre: no sum overflows.
std::size_t keep_at_least_own(const std::uint32_t* values, const std::uint32_t* numbers, std::size_t count, const std::uint32_t* leasts,
                              std::uint32_t late, std::uint32_t* kept_values, std::uint32_t* kept_numbers);

// The value that exactly so many of the values are larger than (equal ones count once in a row). Pre: rank < count. Cost: count^2 / 16, no branches
// to guess wrong, so it beats sorting for some dozens of values. Room for 16 more.
std::uint32_t nth_largest(std::uint32_t* values, std::size_t count, std::size_t rank);

// Writes the `most` largest keys to out, falling. Pre: keys are distinct and not 0. Cost: count^2 / 8, likewise. Room for 8 more.
void order_largest(std::uint64_t* keys, std::size_t count, std::size_t most, std::uint64_t* out);

}  // namespace aril::wide
