"""The English catalogue, one file a room."""
