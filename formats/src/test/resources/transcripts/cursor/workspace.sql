-- What a workspace keeps: its conversations, and chats of the layout before composers.
CREATE TABLE ItemTable (key TEXT UNIQUE ON CONFLICT REPLACE, value BLOB);
INSERT INTO ItemTable VALUES
 ('composer.composerData', '{"allComposers":[{"composerId":"c1"},{"composerId":"c2"}]}'),
 ('workbench.panel.aichat.view.aichat.chatdata', '{"tabs":[{"tabId":"t1","chatTitle":"Knots","lastSendTime":1747881600000,"bubbles":[{"type":"user","text":"How fast is a knot?"},{"type":"ai","rawText":"A mile an hour."}]}]}');
