-- A user who signed out is not led back to the page; one whose tokens Avaya Cloud refused is. The previous release writes only sign-outs.
alter table spaces_portal.ends add column by_provider boolean not null default false;
