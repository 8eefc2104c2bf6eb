//! The real program in a pseudo-terminal, pressed and watched as a teacher does.

mod ends;
mod hands;
mod journeys;
mod keys;
mod laptop;
mod maker;
mod plain;
mod plays;
mod rest;
mod returns;
mod screentest;
mod second;
mod seen;
mod sharing;
mod sizes;
mod teacher;
mod terminal;
mod year;
