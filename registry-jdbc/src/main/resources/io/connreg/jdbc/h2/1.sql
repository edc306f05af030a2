-- The registry's first tables. What is compared is kept as UTF-8 bytes: exact, and ordered by code point, whatever
-- the database's settings. Times are microseconds since the epoch.

create table if not exists connreg_schema (
    version integer not null primary key,
    oldest_usable integer not null,
    applied_micros bigint not null
);

create table if not exists connreg_slot (
    slot integer not null primary key check (slot = 1),
    version bigint not null,
    content character varying(65536) not null
);

create table if not exists connreg_connection (
    id varbinary(256) not null primary key,
    workspace_id varbinary(512) not null,
    name varbinary(512) not null,
    folded_name character varying(2048) not null,
    type varbinary(512) not null,
    accessibility varbinary(64) not null,
    creator varbinary(512) not null,
    created_micros bigint not null,
    modified_micros bigint not null,
    revision bigint not null,
    row_version bigint not null,
    document character varying(1048576) not null,
    constraint connreg_connection_name unique (workspace_id, name)
);

create index if not exists connreg_connection_order
    on connreg_connection (workspace_id, created_micros, id);

create index if not exists connreg_connection_all
    on connreg_connection (created_micros, id);

create table if not exists connreg_model (
    connection_id varbinary(256) not null references connreg_connection (id) on delete cascade,
    model varbinary(1048576),
    model_type varbinary(1048576),
    tool_call boolean not null
);

create table if not exists connreg_key (
    connection_id varbinary(256) not null references connreg_connection (id) on delete cascade,
    key_id integer not null,
    secrets integer not null,
    primary key (connection_id, key_id)
);

create index if not exists connreg_key_order
    on connreg_key (key_id, connection_id);
