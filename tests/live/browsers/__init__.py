"""Real browsers against our judgement: a generator, a byte-exact server, two drivers, and the comparison."""
