//! Dutch grammar that is shared: counts, lists, clock and date.
