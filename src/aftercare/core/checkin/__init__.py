"""Questions and answers: what a patient reports between the treatment and the end of the course."""
