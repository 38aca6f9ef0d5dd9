-- Who signed out need not be brought back to the page; whose tokens Avaya Cloud refused does. The release before writes no reason: a sign-out.
alter table spaces_portal.ends add column by_provider boolean not null default false;
