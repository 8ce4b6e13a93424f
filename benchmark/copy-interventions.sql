-- Copies the benchmark's cases, each with its person, intervention, order and deadlines, until so many interventions stand in an
-- embedded repository on PostgreSQL; only for a repository made to be measured. The first thousand are made through the add-on's
-- services ("interventions"); the copies have case numbers, ids and access lists of their own and no earlier versions of documents.
-- Nothing is counted for them: that is left to the add-on (POST reports/rebuild).
--
--   psql -v count=100000 -f benchmark/copy-interventions.sql <database>
\set ON_ERROR_STOP on
set synchronous_commit = off;
set client_min_messages = warning;

create temp table source as
  with recursive tree (root, id) as (
    select n.id, n.id from ins_node n
      join ins_node_property u on u.node_id = n.id and u.name = '{http://insats.org/model/case/1.0}unit'
      where n.type_name = '{http://insats.org/model/case/1.0}caseFile' and u.string_value like 'BR%'
    union all
    select t.root, a.child_id from tree t join ins_child_assoc a on a.parent_id = t.id and a.is_primary)
  select root, id from tree;
create temp table source_case as
  select p.node_id as root, p.string_value as number, row_number() over (order by p.string_value) as place
  from ins_node_property p
  where p.name = '{http://insats.org/model/case/1.0}caseNumber' and p.node_id in (select distinct root from source);
-- Only what was made through the services is copied, however often this runs.
delete from source_case where place > 1000;
delete from source where root not in (select root from source_case);
analyze source; analyze source_case;

create temp table wanted as
  select greatest(0, :count - (select count(*) from ins_node_property
    where name = '{http://insats.org/model/case/1.0}unit' and string_value like 'BR%'
      and node_id in (select id from ins_node where type_name = '{http://insats.org/model/case/1.0}caseFile'))) as copies;

create or replace function pg_temp.copy_cases(many bigint) returns void language plpgsql as $$
declare
  year text; folder bigint; last bigint;
begin
  select split_part(number, '-', 1) into year from source_case limit 1;
  select a.parent_id into folder from ins_child_assoc a
    where a.child_id = (select root from source_case limit 1) and a.is_primary;
  select long_value into last from ins_node_property
    where node_id = folder and name = '{http://insats.org/model/case/1.0}lastNumber';
  drop table if exists copied_case;
  create temp table copied_case as
    select root, number as old_number, year || '-' || lpad((last + row_number() over (order by place))::text, 6, '0') as new_number
    from source_case where place <= many;
  drop table if exists copied;
  create temp table copied as
    select s.root, s.id as old_id, nextval(pg_get_serial_sequence('ins_node', 'id')) as new_id,
      n.uuid as old_uuid, gen_random_uuid()::text as new_uuid, c.old_number, c.new_number
    from source s join copied_case c on c.root = s.root join ins_node n on n.id = s.id;
  create index on copied (old_id);
  create index on copied (old_uuid);
  analyze copied;
  insert into ins_node (id, row_version, store, uuid, type_name, inherits, creator, created, modifier, modified)
    select c.new_id, 1, store, c.new_uuid, type_name, inherits, creator, created, modifier, modified
    from copied c join ins_node n on n.id = c.old_id;
  insert into ins_node_aspect select c.new_id, aspect_name from copied c join ins_node_aspect a on a.node_id = c.old_id;
  insert into ins_ace select c.new_id, authority, permission, allowed from copied c join ins_ace a on a.node_id = c.old_id;
  insert into ins_node_property
    select c.new_id, p.name, p.list_index, p.kind, p.long_value, p.double_value,
      replace(case when m.new_uuid is null then p.string_value else replace(p.string_value, m.old_uuid, m.new_uuid) end,
        c.old_number, c.new_number),
      p.text_value
    from copied c join ins_node_property p on p.node_id = c.old_id
      left join copied m on m.old_uuid =
        substring(p.string_value from '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}');
  insert into ins_child_assoc (parent_id, child_id, type_name, assoc_name, name_key, is_primary)
    select coalesce(p.new_id, a.parent_id), c.new_id, a.type_name, replace(a.assoc_name, c.old_number, c.new_number),
      replace(replace(a.name_key, c.old_number, c.new_number), c.old_uuid, c.new_uuid), true
    from copied c join ins_child_assoc a on a.child_id = c.old_id and a.is_primary
      left join copied p on p.old_id = a.parent_id;
  update ins_node_property set long_value = last + (select count(*) from copied_case)
    where node_id = folder and name = '{http://insats.org/model/case/1.0}lastNumber';
end $$;

select 'select pg_temp.copy_cases(' || least(1000, copies - 1000 * g) || ')'
  from wanted, generate_series(0, (select ceil(copies / 1000.0)::int - 1 from wanted)) g
\gexec
analyze ins_node;
analyze ins_node_property;
analyze ins_child_assoc;
analyze ins_node_aspect;
analyze ins_ace;
