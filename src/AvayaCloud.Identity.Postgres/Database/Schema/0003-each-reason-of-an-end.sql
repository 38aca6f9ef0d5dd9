-- Pages show a text for each reason. The previous release writes none; by_provider stands in for it.
alter table spaces_portal.ends add column why text;
