-- Who may see what is decided by row-level security, so every transaction must say who is asking.
-- A transaction that does not is an error: an empty answer would hide the mistake.

CREATE FUNCTION viewer_setting() RETURNS text
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog
AS $$
DECLARE
  -- After a commit the setting is '' on a pooled connection, not NULL.
  viewer text := NULLIF(current_setting('tnr.viewer', true), '');
BEGIN
  IF viewer IS NULL THEN
    RAISE EXCEPTION 'this transaction does not say who is asking' USING ERRCODE = 'TN001';
  END IF;
  RETURN viewer;
END
$$;

-- The agency that asks; NULL, which equals no owner, when the registry itself is at work.
CREATE FUNCTION viewer_agency() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = pg_catalog
AS $$ SELECT CASE WHEN s LIKE 'system:%' THEN NULL ELSE s::uuid END FROM public.viewer_setting() AS s $$;

-- Whether the registry itself is at work at the named task.
CREATE FUNCTION viewer_is_system(task text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = pg_catalog
AS $$ SELECT public.viewer_setting() = 'system:' || task $$;
