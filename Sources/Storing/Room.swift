// The Storing room.
