"""Small parts that every screen shares."""
