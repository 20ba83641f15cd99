-- The trace that an event belongs to goes with it, through the steps, to the calls.
ALTER TABLE inbox ADD COLUMN trace TEXT;
ALTER TABLE outbox ADD COLUMN trace TEXT;

-- Lists of instances read no more rows than they show, whatever they are filtered by.
CREATE INDEX instances_of_state ON instances (scenario, state, status, session_id);

-- What waits for somebody; costs the others nothing.
CREATE INDEX instances_held ON instances (status) WHERE status IN ('faulted', 'incompatible');
