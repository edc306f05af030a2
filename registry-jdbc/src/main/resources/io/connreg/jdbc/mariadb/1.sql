-- The registry's first tables. What is compared is kept as UTF-8 bytes: exact, and ordered by code point, whatever
-- the database's collation. Times are microseconds since the epoch.

create table if not exists connreg_schema (
    version integer not null primary key,
    oldest_usable integer not null,
    applied_micros bigint not null
) engine = InnoDB;

create table if not exists connreg_slot (
    slot integer not null primary key check (slot = 1),
    version bigint not null,
    content mediumtext character set utf8mb4 collate utf8mb4_bin not null
) engine = InnoDB;

create table if not exists connreg_connection (
    id varbinary(256) not null primary key,
    workspace_id varbinary(512) not null,
    name varbinary(512) not null,
    folded_name varbinary(2048) not null,
    type varbinary(512) not null,
    accessibility varbinary(64) not null,
    creator varbinary(512) not null,
    created_micros bigint not null,
    modified_micros bigint not null,
    revision bigint not null,
    row_version bigint not null,
    document mediumtext character set utf8mb4 collate utf8mb4_bin not null,
    constraint connreg_connection_name unique (workspace_id, name),
    index connreg_connection_order (workspace_id, created_micros, id),
    index connreg_connection_all (created_micros, id)
) engine = InnoDB row_format = dynamic;

create table if not exists connreg_model (
    connection_id varbinary(256) not null,
    model varbinary(1024),
    model_type varbinary(1024),
    tool_call boolean not null,
    constraint connreg_model_of foreign key (connection_id) references connreg_connection (id) on delete cascade
) engine = InnoDB row_format = dynamic;

create table if not exists connreg_key (
    connection_id varbinary(256) not null,
    key_id integer not null,
    secrets integer not null,
    primary key (connection_id, key_id),
    index connreg_key_order (key_id, connection_id),
    constraint connreg_key_of foreign key (connection_id) references connreg_connection (id) on delete cascade
) engine = InnoDB row_format = dynamic;
