-- Who may do what in this database is decided here, before the first table exists: the owner makes
-- and changes objects, the service (${app}) gets only what a later migration grants it by name.
-- PostgreSQL's defaults would let every role look into the schema, and old servers let it create.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO "${app}";
