"""From a dossier to a report: rules, causes and symptoms, waivers, rows. Pure: nothing is fetched here."""
