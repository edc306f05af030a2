-- What version 1 of the schema held. A sample for ever: never changed.

create table connreg_schema (
    version integer not null primary key,
    oldest_usable integer not null,
    applied_micros bigint not null
);

create table connreg_slot (
    slot integer not null primary key check (slot = 1),
    version bigint not null,
    content text not null
);

create table connreg_connection (
    id bytea not null primary key,
    workspace_id bytea not null,
    name bytea not null,
    folded_name bytea not null,
    type bytea not null,
    accessibility bytea not null,
    creator bytea not null,
    created_micros bigint not null,
    modified_micros bigint not null,
    revision bigint not null,
    row_version bigint not null,
    document text not null,
    constraint connreg_connection_name unique (workspace_id, name)
);

create index connreg_connection_order
    on connreg_connection (workspace_id, created_micros, id);

create index connreg_connection_all
    on connreg_connection (created_micros, id);

create table connreg_model (
    connection_id bytea not null references connreg_connection (id) on delete cascade,
    model bytea,
    model_type bytea,
    tool_call boolean not null
);

create index connreg_model_connection
    on connreg_model (connection_id);

create table connreg_key (
    connection_id bytea not null references connreg_connection (id) on delete cascade,
    key_id integer not null,
    secrets integer not null,
    primary key (connection_id, key_id)
);

create index connreg_key_order
    on connreg_key (key_id, connection_id);

insert into connreg_schema values (1, 1, 1795305600000000);

insert into connreg_slot values (1, 3, 'the keys of schema 1');

insert into connreg_connection values (
    '\x636f6e6e2d73616d706c65303030303030303030303031', '\x77732d31', '\x6f72646572732d6462', '\x6f72646572732d6462', '\x524453436f6e6e656374696f6e', '\x50524956415445', '\x616c696365',
    1795305600000001, 1795305600000002, 7, 3, '{"of":"orders"}');

insert into connreg_connection values (
    '\x636f6e6e2d73616d706c65303030303030303030303032', '\x77732d31', '\x53747261c39f65', '\x73747261737365', '\x4461736853636f7065436f6e6e656374696f6e', '\x5055424c4943', '\x626f62',
    1795305600000001, 1795305600000001, 1, 1, '{"of":"models","unknown":"é"}');

insert into connreg_connection values (
    '\x636f6e6e2d73616d706c65303030303030303030303033', '\x77732d32', '\x6f72646572732d6462', '\x6f72646572732d6462', '\x736f6d652d6c617465722d74797065', '\x736f6d652d6c617465722d776f7264', '\x616c696365',
    -1, 0, 2, 1, 'no JSON at all');

insert into connreg_model values ('\x636f6e6e2d73616d706c65303030303030303030303032', '\x7177656e2d6d6178', '\x4c4c4d', true);

insert into connreg_model values ('\x636f6e6e2d73616d706c65303030303030303030303032', null, null, false);

insert into connreg_key values ('\x636f6e6e2d73616d706c65303030303030303030303031', -889323519, 2);

insert into connreg_key values ('\x636f6e6e2d73616d706c65303030303030303030303032', 17, 1);
