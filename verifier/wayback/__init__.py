"""The services of the Wayback Machine, each as questions and answers: what they mean together is judged elsewhere."""
