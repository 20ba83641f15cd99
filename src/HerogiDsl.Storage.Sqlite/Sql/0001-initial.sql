-- The first tables. Times are milliseconds since 1970 in UTC; JSON is UTF-8 text, so that any tool can read it.

-- One row. `sequence` is the last number given to an inbox, outbox or scheduled row: kept here rather than by AUTOINCREMENT,
-- so that it costs one write a transaction and not one a row, and no number is used twice even when the tables are empty.
CREATE TABLE herogi (
    one             INTEGER PRIMARY KEY CHECK (one = 1),
    schema_version  INTEGER NOT NULL,
    store_id        TEXT    NOT NULL,
    sequence        INTEGER NOT NULL
) STRICT;

-- What waits to be judged, a row for each scenario; the primary key is the order of acceptance.
CREATE TABLE inbox (
    sequence     INTEGER PRIMARY KEY,
    scenario     TEXT    NOT NULL,
    session_id   TEXT    NOT NULL,
    kind         TEXT    NOT NULL CHECK (kind IN ('event', 'answer', 'timer')),
    event        TEXT,
    payload      TEXT    NOT NULL,
    accepted_at  INTEGER NOT NULL,
    visit        INTEGER NOT NULL,
    label        TEXT,
    timer        INTEGER NOT NULL,
    status       TEXT    NOT NULL CHECK (status IN ('waiting', 'deferred'))
) STRICT;

-- Only deferred rows are looked for by instance, so that the others pay for no index.
CREATE INDEX inbox_deferred ON inbox (scenario, session_id) WHERE status = 'deferred';

-- Where the sessions are. No index on the state: each step would pay for it, and only people ask.
CREATE TABLE instances (
    scenario     TEXT    NOT NULL,
    session_id   TEXT    NOT NULL,
    state        TEXT    NOT NULL,
    data         TEXT    NOT NULL,
    visit        INTEGER NOT NULL,
    entered_at   INTEGER NOT NULL,
    fingerprint  TEXT    NOT NULL,
    status       TEXT    NOT NULL CHECK (status IN ('active', 'faulted', 'incompatible', 'ended')),
    reason       TEXT,
    position     TEXT,
    deferred     INTEGER NOT NULL,
    has_timers   INTEGER NOT NULL,
    PRIMARY KEY (scenario, session_id)
) STRICT, WITHOUT ROWID;

-- What happened, appended; read by session.
CREATE TABLE history (
    id           INTEGER PRIMARY KEY,
    at           INTEGER NOT NULL,
    scenario     TEXT    NOT NULL,
    session_id   TEXT    NOT NULL,
    event        TEXT,
    outcome      TEXT    NOT NULL,
    from_state   TEXT,
    transition   INTEGER NOT NULL,
    to_state     TEXT,
    sets         TEXT,
    asked        TEXT,
    logs         TEXT,
    reason       TEXT,
    position     TEXT
) STRICT;

CREATE INDEX history_of_session ON history (session_id, id);

-- What is to be sent. `begun` is written before a call that must not be repeated blindly.
CREATE TABLE outbox (
    id           INTEGER PRIMARY KEY,
    scenario     TEXT    NOT NULL,
    session_id   TEXT    NOT NULL,
    visit        INTEGER NOT NULL,
    kind         TEXT    NOT NULL CHECK (kind IN ('http', 'email')),
    connection   TEXT    NOT NULL,
    request      TEXT    NOT NULL,
    returns      TEXT,
    label        TEXT,
    repeatable   INTEGER NOT NULL,
    begun        INTEGER NOT NULL,
    tries        INTEGER NOT NULL,
    due_at       INTEGER NOT NULL,
    asked_at     INTEGER NOT NULL,
    position     TEXT
) STRICT;

-- The timers of the visits. An instance is in one visit at a time, so the key needs no visit. `cron` and `zone` are
-- those of a timer that falls due again and again.
CREATE TABLE timers (
    scenario     TEXT    NOT NULL,
    session_id   TEXT    NOT NULL,
    timer        INTEGER NOT NULL,
    visit        INTEGER NOT NULL,
    due_at       INTEGER NOT NULL,
    cron         TEXT,
    zone         TEXT,
    PRIMARY KEY (scenario, session_id, timer)
) STRICT, WITHOUT ROWID;

-- The next one due is found without looking at the others.
CREATE INDEX timers_due ON timers (due_at);

-- The events that are delivered later. `scenario` has scheduled it, for the session `session_id`; `to_scenario` is the
-- one it goes to, or null for every one that takes it then. The ids are in the order written.
CREATE TABLE scheduled (
    id           INTEGER PRIMARY KEY,
    scenario     TEXT    NOT NULL,
    session_id   TEXT    NOT NULL,
    event        TEXT    NOT NULL,
    payload      TEXT    NOT NULL,
    to_scenario  TEXT,
    due_at       INTEGER NOT NULL
) STRICT;

CREATE INDEX scheduled_due ON scheduled (due_at);
CREATE INDEX scheduled_of_session ON scheduled (session_id, scenario, event);

-- The ids of events that were accepted, for as long as the retention says.
CREATE TABLE accepted_ids (
    event_id     TEXT    PRIMARY KEY,
    accepted_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX accepted_ids_age ON accepted_ids (accepted_at);

-- Counters that are changed with what they count.
CREATE TABLE totals (
    name         TEXT    PRIMARY KEY,
    value        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
