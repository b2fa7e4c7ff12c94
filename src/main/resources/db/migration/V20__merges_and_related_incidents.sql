-- A merge leads to another record. That merges close no circle takes more than one row to see and is the
-- service's to keep (docs/adr/0026); a record that replaces itself is one row, and no row may be that.
ALTER TABLE incident ADD CONSTRAINT not_merged_into_itself CHECK (replaced_by <> id);
