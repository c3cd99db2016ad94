"""Protocol + person + treatment -> dated clauses, their states, and "Can I …?"."""
