"""How a form is sent and answered: once, with what is wrong at its fields, and nothing lost."""
