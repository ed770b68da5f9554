-- A conversation of the agent for the terminal.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE blobs (id TEXT PRIMARY KEY, data BLOB);
INSERT INTO meta VALUES
 ('0', hex('{"agentId":"77777777-0000-4000-8000-000000000007","name":"Piers","createdAt":1777881600000}'));
INSERT INTO blobs VALUES
 ('b1', CAST('{"role":"user","content":[{"type":"text","text":"Count the piers."}]}' AS BLOB)),
 ('b2', CAST('{"role":"assistant","content":[{"type":"text","text":"Counting."},{"type":"tool-call","toolCallId":"call_p","toolName":"Shell","args":{"command":"wc"}}]}' AS BLOB)),
 ('b3', CAST('{"role":"tool","content":[{"type":"tool-result","toolCallId":"call_p","toolName":"Shell","result":"11"}]}' AS BLOB)),
 ('b4', x'0a0b0c'),
 ('b5', CAST('{"role":"assistant","content":[{"type":"text","text":"Eleven."}]}' AS BLOB));
