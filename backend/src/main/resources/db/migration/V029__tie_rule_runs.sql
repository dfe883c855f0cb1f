-- Which version of the tie rule all ties were last judged by.
CREATE TABLE tie_rule_run (
    version     TEXT PRIMARY KEY,
    finished_at BIGINT NOT NULL,
    looked      BIGINT NOT NULL,
    retied      BIGINT NOT NULL
);
