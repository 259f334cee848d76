// The Consolidating room.
