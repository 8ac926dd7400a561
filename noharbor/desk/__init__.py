"""What people see: pages rendered on the server, each complete without JavaScript."""
