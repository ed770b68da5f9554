-- A conversation with a sub-agent, and one of the first layout, whose messages stand in one row.
CREATE TABLE cursorDiskKV (key TEXT UNIQUE ON CONFLICT REPLACE, value BLOB);
INSERT INTO cursorDiskKV VALUES
 ('composerData:c1', '{"_v":13,"composerId":"c1","name":"Buoys","createdAt":1777881600000,"lastUpdatedAt":1777881700000,"modelConfig":{"modelName":"model-c"},"subagentComposerIds":["k1"],"fullConversationHeadersOnly":[{"bubbleId":"z","type":1},{"bubbleId":"t","type":2},{"bubbleId":"e","type":2},{"bubbleId":"h","type":2},{"bubbleId":"a","type":2},{"bubbleId":"y","type":1},{"bubbleId":"r","type":2}]}'),
 ('bubbleId:c1:z', '{"type":1,"bubbleId":"z","text":"Count the buoys.","createdAt":"2026-05-04T08:00:00.000Z"}'),
 ('bubbleId:c1:t', '{"type":2,"bubbleId":"t","capabilityType":30,"thinking":{"text":"They are in a list.","signature":"s"},"createdAt":"2026-05-04T08:00:01.000Z"}'),
 ('bubbleId:c1:e', '{"type":2,"bubbleId":"e","capabilityType":15,"createdAt":"2026-05-04T08:00:02.000Z","toolFormerData":{"tool":38,"name":"edit_file_v2","toolCallId":"call_e","status":"completed","params":"{\"relativeWorkspacePath\":\"src/buoys.txt\"}","result":"{\"beforeContentId\":\"composer.content.b\",\"afterContentId\":\"composer.content.a\"}"}}'),
 ('bubbleId:c1:h', '{"type":2,"bubbleId":"h","capabilityType":15,"createdAt":"2026-05-04T08:00:03.000Z","toolFormerData":{"tool":48,"name":"task_v2","toolCallId":"call_h","status":"completed","params":"{}","result":"{\"agentId\":\"k1\"}"}}'),
 ('bubbleId:c1:a', '{"type":2,"bubbleId":"a","text":"Two.","createdAt":"2026-05-04T08:00:06.000Z"}'),
 ('bubbleId:c1:y', '{"type":1,"bubbleId":"y","text":"Count again.","createdAt":"2026-05-04T08:01:00.000Z"}'),
 ('bubbleId:c1:r', '{"type":2,"bubbleId":"r","capabilityType":15,"createdAt":"2026-05-04T08:01:01.000Z","toolFormerData":{"tool":15,"name":"run_terminal_command_v2","toolCallId":"call_r","status":"running","params":"{\"command\":\"wc\"}"}}'),
 ('composerData:k1', '{"_v":13,"composerId":"k1","createdAt":1777881603500,"lastUpdatedAt":1777881605000,"subagentInfo":{"parentComposerId":"c1"},"fullConversationHeadersOnly":[{"bubbleId":"p","type":1},{"bubbleId":"q","type":2}]}'),
 ('bubbleId:k1:p', '{"type":1,"bubbleId":"p","text":"Look for more.","createdAt":"2026-05-04T08:00:03.500Z"}'),
 ('bubbleId:k1:q', '{"type":2,"bubbleId":"q","text":"There are none.","createdAt":"2026-05-04T08:00:05.000Z"}'),
 ('composer.content.b', 'red'),
 ('composer.content.a', 'red and green'),
 ('composerData:c2', '{"_v":1,"composerId":"c2","name":"Old","createdAt":1767881600000,"lastUpdatedAt":1767881700000,"conversation":[{"type":1,"bubbleId":"1","text":"Again?"},{"type":2,"bubbleId":"2","text":"Yes."},{"type":1,"bubbleId":"3","text":"Again?"}]}');
