// Everything of aril in one include. A service that only ranks includes aril/rank/ranker.hpp.
#pragma once

#include "aril/io/market_files.hpp"
#include "aril/market/market_builder.hpp"
#include "aril/rank/ranker.hpp"
#include "aril/referral/derived_links.hpp"
#include "aril/referral/graph_change.hpp"
#include "aril/referral/graph_files.hpp"
#include "aril/referral/introduction_plan.hpp"
#include "aril/referral/introductions.hpp"
#include "aril/referral/page_rank.hpp"
#include "aril/referral/proximity.hpp"
#include "aril/referral/referral_strengths.hpp"
#include "aril/referral/ties.hpp"
#include "aril/sample/district.hpp"
#include "aril/sample/neighbours.hpp"
