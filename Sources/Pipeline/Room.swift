// The Pipeline room.
