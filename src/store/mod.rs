//! What stands on disk.
