-- A page says each reason differently. The release before writes none: by_provider speaks for it.
alter table spaces_portal.ends add column why text;
