"""Settings, addresses and the server's entry: how the house is put together."""
