-- Copies the benchmark's deadlines until so many stand in a repository on PostgreSQL; only for a repository made to be measured.
-- Much quicker than "fill" over the node service, which should have made the first thousand.
--
--   psql -v count=100000 -f benchmark/copy-deadlines.sql <database>
\set ON_ERROR_STOP on
begin;
create temp table source as
  select row_number() over (order by p.node_id) - 1 as place, p.node_id as id
  from alf_node_properties p
  join alf_qname q on q.id = p.qname_id and q.local_name = 'deadlineKey'
  join alf_node_properties o on o.node_id = p.node_id
  join alf_qname oq on oq.id = o.qname_id and oq.local_name = 'deadlineOwner'
  where p.string_value like 'BENCHMARK#%' and o.string_value like 'benchmark.owner%';
create temp table copy as
  select nextval('alf_node_seq') as id, nextval('alf_child_assoc_seq') as assoc, gen_random_uuid()::text as uuid, s.id as source
  from generate_series(1, greatest(0, :count - (
    select count(*) from alf_node_properties p join alf_qname q on q.id = p.qname_id and q.local_name = 'deadlineKey'
    where p.string_value like 'BENCHMARK#%'))) g
  join source s on s.place = g % least(900, (select count(*) from source));
insert into alf_node
  select c.id, version, store_id, c.uuid, transaction_id, type_qname_id, locale_id, acl_id,
    audit_creator, audit_created, audit_modifier, audit_modified, audit_accessed
  from copy c join alf_node n on n.id = c.source;
insert into alf_node_aspects select c.id, a.qname_id from copy c join alf_node_aspects a on a.node_id = c.source;
insert into alf_child_assoc
  select c.assoc, version, parent_node_id, type_qname_id, c.assoc, c.uuid, c.id, qname_ns_id, c.uuid, c.assoc, is_primary, assoc_index
  from copy c join alf_child_assoc a on a.child_node_id = c.source;
insert into alf_node_properties
  select c.id, actual_type_n, persisted_type_n, boolean_value, p.long_value, float_value, double_value,
    case q.local_name
      when 'listKey' then left(p.string_value, 11) || c.uuid
      when 'name' then c.uuid
      when 'deadlineKey' then 'BENCHMARK#' || c.uuid
      else p.string_value
    end,
    serializable_value, p.qname_id, list_index, p.locale_id
  from copy c join alf_node_properties p on p.node_id = c.source join alf_qname q on q.id = p.qname_id;
commit;
analyze alf_node;
analyze alf_node_properties;
analyze alf_child_assoc;
analyze alf_node_aspects;
