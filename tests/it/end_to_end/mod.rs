//! The real program on a real display: keys and pointer in by `xdotool`, the sidecar out.

mod asked_for;
mod closing;
mod desktop;
mod ending;
mod heard;
mod journal;
mod language;
mod layouts;
mod network;
mod outside;
mod recovery;
mod resuming;
mod showing;
mod starting;
mod tagging;
mod typing;
