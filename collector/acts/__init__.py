"""What people do: each act is one function and one transaction."""
