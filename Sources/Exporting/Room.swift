// The Exporting room.
