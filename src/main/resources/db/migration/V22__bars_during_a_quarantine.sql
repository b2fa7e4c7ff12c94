-- A case file of a quarantined agency, and one with an incident of such an agency, got the bars that came meanwhile
-- only some time after the release: until then those who were barred from the incident could read the case file.
CALL let_through('case_file', 'barring-cases');
CALL let_through('incident', 'barring-cases');
