//! The one writer of a running lesson.
