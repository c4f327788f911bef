namespace OmniChannel.Storage.Sqlite;

internal static partial class SqliteSchema
{
    // A step that was released never changes: what comes later is a new step.
    private const string FirstStep = """
        CREATE TABLE head(
            id INTEGER PRIMARY KEY CHECK (id = 1), workspace TEXT NOT NULL, sequence INTEGER NOT NULL, last_at INTEGER NOT NULL,
            hash_key BLOB, id_seed INTEGER, lease_epoch INTEGER NOT NULL, swept BLOB NOT NULL);

        CREATE TABLE inbox(key BLOB PRIMARY KEY, sequence INTEGER NOT NULL, at INTEGER NOT NULL, answer BLOB) WITHOUT ROWID;

        CREATE TABLE journal(
            sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, at INTEGER NOT NULL, conversation INTEGER, first_entry INTEGER,
            subject INTEGER, facts BLOB NOT NULL, payload BLOB);
        CREATE INDEX journal_conversation ON journal(conversation, first_entry) WHERE conversation IS NOT NULL;

        CREATE TABLE state_identifier(key INTEGER PRIMARY KEY, parent INTEGER, resident INTEGER NOT NULL, seq INTEGER NOT NULL, value BLOB NOT NULL);
        CREATE INDEX state_identifier_parent ON state_identifier(parent) WHERE parent IS NOT NULL;
        CREATE INDEX state_identifier_resident ON state_identifier(key) WHERE resident = 1;
        CREATE TABLE state_atom(key INTEGER PRIMARY KEY, parent INTEGER, resident INTEGER NOT NULL, seq INTEGER NOT NULL, value BLOB NOT NULL);
        CREATE INDEX state_atom_parent ON state_atom(parent) WHERE parent IS NOT NULL;
        CREATE INDEX state_atom_resident ON state_atom(key) WHERE resident = 1;
        CREATE TABLE state_verdict(key INTEGER PRIMARY KEY, parent INTEGER, resident INTEGER NOT NULL, seq INTEGER NOT NULL, value BLOB NOT NULL);
        CREATE INDEX state_verdict_parent ON state_verdict(parent) WHERE parent IS NOT NULL;
        CREATE INDEX state_verdict_resident ON state_verdict(key) WHERE resident = 1;
        CREATE TABLE state_profile(key INTEGER PRIMARY KEY, parent INTEGER, resident INTEGER NOT NULL, seq INTEGER NOT NULL, value BLOB NOT NULL);
        CREATE INDEX state_profile_parent ON state_profile(parent) WHERE parent IS NOT NULL;
        CREATE INDEX state_profile_resident ON state_profile(key) WHERE resident = 1;
        CREATE TABLE state_conversation(key INTEGER PRIMARY KEY, parent INTEGER, resident INTEGER NOT NULL, seq INTEGER NOT NULL, value BLOB NOT NULL);
        CREATE INDEX state_conversation_parent ON state_conversation(parent) WHERE parent IS NOT NULL;
        CREATE INDEX state_conversation_resident ON state_conversation(key) WHERE resident = 1;
        CREATE TABLE state_message(key INTEGER PRIMARY KEY, parent INTEGER, resident INTEGER NOT NULL, seq INTEGER NOT NULL, value BLOB NOT NULL);
        CREATE INDEX state_message_parent ON state_message(parent) WHERE parent IS NOT NULL;
        CREATE INDEX state_message_resident ON state_message(key) WHERE resident = 1;
        CREATE TABLE state_provider_id(key INTEGER PRIMARY KEY, parent INTEGER, resident INTEGER NOT NULL, seq INTEGER NOT NULL, value BLOB NOT NULL);
        CREATE INDEX state_provider_id_parent ON state_provider_id(parent) WHERE parent IS NOT NULL;
        CREATE INDEX state_provider_id_resident ON state_provider_id(key) WHERE resident = 1;
        CREATE TABLE state_agent(key INTEGER PRIMARY KEY, parent INTEGER, resident INTEGER NOT NULL, seq INTEGER NOT NULL, value BLOB NOT NULL);
        CREATE INDEX state_agent_parent ON state_agent(parent) WHERE parent IS NOT NULL;
        CREATE INDEX state_agent_resident ON state_agent(key) WHERE resident = 1;
        CREATE TABLE state_work_item(key INTEGER PRIMARY KEY, parent INTEGER, resident INTEGER NOT NULL, seq INTEGER NOT NULL, value BLOB NOT NULL);
        CREATE INDEX state_work_item_parent ON state_work_item(parent) WHERE parent IS NOT NULL;
        CREATE INDEX state_work_item_resident ON state_work_item(key) WHERE resident = 1;
        CREATE TABLE state_effect(key INTEGER PRIMARY KEY, parent INTEGER, resident INTEGER NOT NULL, seq INTEGER NOT NULL, value BLOB NOT NULL);
        CREATE INDEX state_effect_parent ON state_effect(parent) WHERE parent IS NOT NULL;
        CREATE INDEX state_effect_resident ON state_effect(key) WHERE resident = 1;
        CREATE TABLE state_setting(key INTEGER PRIMARY KEY, parent INTEGER, resident INTEGER NOT NULL, seq INTEGER NOT NULL, value BLOB NOT NULL);
        CREATE INDEX state_setting_parent ON state_setting(parent) WHERE parent IS NOT NULL;
        CREATE INDEX state_setting_resident ON state_setting(key) WHERE resident = 1;
        """;

    // The timeline of a conversation and the state tables follow the commits: see docs/decisions/0010.
    private const string WriteBehindStep = """
        CREATE TABLE timeline(
            conversation INTEGER NOT NULL, first_entry INTEGER NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY(conversation, first_entry, sequence)) WITHOUT ROWID;
        INSERT INTO timeline(conversation, first_entry, sequence)
            SELECT conversation, first_entry, sequence FROM journal
            WHERE conversation IS NOT NULL AND first_entry IS NOT NULL ORDER BY conversation, first_entry, sequence;
        DROP INDEX journal_conversation;

        CREATE TABLE redo(id INTEGER PRIMARY KEY, rows BLOB NOT NULL);

        ALTER TABLE head ADD COLUMN moment INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE head ADD COLUMN drained INTEGER NOT NULL DEFAULT 0;
        UPDATE head SET drained = sequence;
        """;
}
