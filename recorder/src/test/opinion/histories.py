#!/usr/bin/env python3
"""A second opinion on what an import finds: reads agents' homes without any of Mantra's code.

    histories.py --homes FOLDER PATTERN...   homes below FOLDER, for example 'claude/*/home*'
    histories.py --built homes.txt FILES     homes that homes.txt composes of files below FILES

Prints a line for each conversation, with counts and hashes and no texts:

    home  conversation  messages  calls  files  sub-agents

    messages    prompts and replies of the main conversation, in the order of their times
    calls       names of the tools that were called, and whether the call has a result
    files       names of the files that the agent says it has changed
    sub-agents  their number; the hash is that of what they were told and replied

It is simpler than the parsers on purpose, and where an agent writes everything twice it reads the other copy.
"""

import datetime
import glob
import hashlib
import json
import os
import re
import sqlite3
import sys
import tempfile
from collections import Counter


class Conversation:
    def __init__(self):
        self.said = []  # time, place, kind, text
        self.calls = {}
        self.files = set()
        self.agents = set()
        self.told = []
        self.names = {}
        self.told_here = []
        self.patches = {}

    def say(self, time, kind, text, agent=None):
        if not text:
            return
        if agent:
            self.agents.add(agent)
            self.told.append(line(kind, text))
        else:
            self.said.append((time or '', len(self.said), kind, text))

    def call(self, call, name):
        self.calls.setdefault(call, [name, False])

    def result(self, call):
        self.calls.setdefault(call, ['', False])[1] = True

    def change(self, path):
        self.files.add(path.replace('\\', '/').rsplit('/', 1)[-1])

    def row(self):
        times = all(time for time, _, _, _ in self.said)
        order = sorted(self.said) if times else self.said
        return [
            sums([line(kind, text) for _, _, kind, text in order]),
            sums(sorted(f'{name} {"done" if done else "open"}' for name, done in self.calls.values())),
            sums(sorted(self.files)),
            f'{len(self.agents)} {digest(sorted(self.told))}',
        ]


def line(kind, text):
    return kind + ' ' + hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()


def digest(lines):
    return hashlib.sha256('\n'.join(lines).encode()).hexdigest()[:12]


def sums(lines):
    return f'{len(lines)} {digest(lines)}'


def records(path):
    with open(path, encoding='utf-8') as file:
        for text in file:
            if text.strip():
                yield json.loads(text)


def texts(content, *kinds):
    if isinstance(content, str):
        return [content]
    return [part.get('text', '') for part in content or [] if part.get('type') in kinds]


# ---- Claude Code


def claude(home, found):
    files = sorted(glob.glob(home + '/.claude/projects/*/*.jsonl'))
    agents = [f for f in files if os.path.basename(f).startswith('agent-')]
    agents += sorted(glob.glob(home + '/.claude/projects/*/*/subagents/*.jsonl'))
    mains = [f for f in files if f not in agents]
    owners = {}
    for file in sorted(mains, key=last_time):
        for record in records(file):
            owners.setdefault(record.get('uuid'), file)
    for file in mains + agents:
        whole = list(records(file))
        if file in agents and texts(whole[0]['message']['content'], 'text') == ['Warmup']:
            continue
        queued = {}
        for record in whole:
            session = record.get('sessionId')
            process = record.get('requestSessionId') or session
            if file in mains and record.get('uuid') and (process != session or owners[record['uuid']] != file):
                continue
            if record.get('type') == 'queue-operation' and record.get('content'):
                queued[record['content']] = record['timestamp']
            if record.get('message') or record.get('attachment') or record.get('subtype') == 'local_command':
                claude_record(found['claude:' + session], record, queued)


def last_time(file):
    return max((r.get('timestamp', '') for r in records(file)), default='')


def claude_record(to, record, queued):
    agent = record.get('agentId') or ('side' if record.get('isSidechain') else None)
    time = record.get('timestamp')
    attached = record.get('attachment') or {}
    if attached.get('type') == 'queued_command':
        text = '\n'.join(texts(attached['prompt'], 'text'))
        to.say(attached.get('timestamp') or queued.get(text) or time, 'USER', text)
        return
    content = record.get('message', record).get('content')
    for part in content if isinstance(content, list) else []:
        if part.get('type') == 'tool_use':
            to.call(part['id'], part['name'])
        elif part.get('type') == 'tool_result':
            to.result(part['tool_use_id'])
            shown = record.get('toolUseResult')
            if isinstance(shown, dict) and 'structuredPatch' in shown:
                to.change(shown['filePath'])
    if record['type'] == 'assistant':
        if not record.get('isApiErrorMessage'):
            for text in texts(content, 'text'):
                to.say(time, 'ASSISTANT', text, agent)
    elif record['type'] in ('user', 'system') and not any(record.get(k) for k in ('isMeta', 'turnCompanion', 'isCompactSummary')):
        if (record.get('origin') or {}).get('kind') != 'task-notification':
            raw = '\n'.join(texts(content, 'text'))
            to.say(queued.get(raw, time), 'USER', claude_typed(raw), agent)


def claude_typed(text):
    if re.match(r'\[Request interrupted|<local-command|<bash-std|<system-reminder|Caveat: |<task-notif', text):
        return ''
    name = re.search(r'<command-name>/?(.*?)</command-name>', text, re.S)
    if name:
        args = re.search(r'<command-args>(.*?)</command-args>', text, re.S)
        return ('/' + name[1] + ' ' + (args[1] if args else '').strip()).strip()
    shell = re.fullmatch(r'<bash-input>(.*?)</bash-input>', text, re.S)
    if shell:
        return '!' + shell[1]
    if '<pasted_content' in text:
        return re.sub(r'<pasted_content id="[^"]*">\n(.*?)\n</pasted_content[^>]*>', r'\1', text, flags=re.S).strip()
    return text


# ---- Codex


def codex(home, found):
    threads = {}
    for file in sorted(glob.glob(home + '/.codex/sessions/*/*/*/*.jsonl')):
        thread = re.search(r'T\d\d-\d\d-\d\d-([0-9a-f-]{36})', file)[1]
        threads.setdefault(thread, []).append(list(records(file)))
    log = home + '/.codex/history.jsonl'
    typed = [(r['session_id'], r['text'], r['ts']) for r in records(log)] if os.path.exists(log) else []
    for thread, parts in threads.items():
        meta = parts[0][0].get('payload') or {}
        parent = meta.get('parent_thread_id')
        to = found['codex:' + (meta.get('session_id') if parent else thread)]
        agent = thread if parent else None
        origin = threads.get(meta.get('forked_from_id'))
        copied = set()
        if origin and any(r.get('type') == 'session_meta' for r in parts[0][1:]):
            copied = {codex_name(r) for part in origin for r in part} - {None}
        for part in parts:
            for record in part:
                if 'payload' not in record:
                    codex_item(to, None, record, agent, True)
                elif codex_name(record) not in copied:
                    codex_record(to, record, agent)


def codex_name(record):
    """What tells a record that a fork has copied, whose time is another one."""
    payload = record.get('payload') or {}
    return json.dumps([record.get('type'), payload], sort_keys=True) if record.get('type') != 'turn_context' else None


def codex_record(to, record, agent):
    payload, time = record['payload'], record['timestamp']
    kind = payload.get('type')
    if record['type'] == 'event_msg':
        item = payload.get('item') or {}
        if kind == 'user_message':
            to.say(time, 'USER', payload['message'], agent)
        elif kind == 'agent_message':
            to.say(time, 'ASSISTANT', payload['message'], agent)
        elif item.get('type') == 'UserMessage':
            to.say(time, 'USER', '\n'.join(texts(item['content'], 'text', 'Text')), agent)
        elif item.get('type') == 'AgentMessage':
            to.say(time, 'ASSISTANT', '\n'.join(texts(item['content'], 'Text', 'text')), agent)
        elif item.get('type') == 'FileChange' and item.get('status') == 'completed':
            for path in item['changes']:
                to.change(path)
    elif record['type'] == 'response_item':
        codex_item(to, time, payload, agent, False)


def codex_item(to, time, item, agent, alone):
    kind = item.get('type')
    text = '\n'.join(texts(item.get('content'), 'input_text', 'output_text')) if kind == 'message' else ''
    if text.startswith('<user_shell_command>'):
        to.say(time, 'USER', '!' + re.search(r'<command>\s*(.*?)\s*</command>', text, re.S)[1], agent)
        to.calls[text, time] = ['shell', True]
    elif alone and item.get('role') == 'assistant':
        to.say(time, 'ASSISTANT', text, agent)
    elif alone and item.get('role') == 'user' and not re.match(r'\s*<[a-z_]+>', text):
        to.say(time, 'USER', text, agent)
    elif kind == 'agent_message' and agent and item.get('recipient', '').rsplit('/', 1)[0] == item.get('author'):
        to.say(time, 'USER', '\n\n'.join(texts(item['content'], 'input_text')), agent)
    elif kind in ('function_call', 'custom_tool_call', 'local_shell_call'):
        to.call(item['call_id'], item.get('name') or 'local_shell')
        patch = str(item.get('input') or item.get('arguments') or item.get('action') or '')
        to.patches[item['call_id']] = patch
    elif kind in ('function_call_output', 'custom_tool_call_output'):
        to.result(item['call_id'])
        output = json.dumps(item['output'])
        if re.search(r'exit_code\W+0|[Ee]xit(ed with)? code:? 0', output) or 'Success' in output:
            for path in re.findall(r'\*\*\* (?:Add|Update|Delete) File: (.*?)(?:\\n|\n)', to.patches.get(item['call_id'], '')):
                to.change(path)


# ---- Gemini CLI


def gemini(home, found):
    for file in sorted(glob.glob(home + '/.gemini/tmp/*/chats/*.json*') + glob.glob(home + '/.gemini/tmp/*/chats/*/*.jsonl')):
        whole = [json.load(open(file, encoding='utf-8'))] if file.endswith('.json') else list(records(file))
        within = os.path.basename(os.path.dirname(file))
        agent = None if within == 'chats' else whole[0]['sessionId']
        to = found['gemini:' + (within if agent else whole[0]['sessionId'])]
        since = None  # when it was begun to write a history down again, a record each
        for record in whole:
            history = record.get('$set', record).get('messages')
            if '$rewindTo' in record:
                to.told_here = []
            elif '<session_context>' in json.dumps(record.get('content')):
                since, again = parsed(record), Counter()
            elif since and parsed(record) and parsed(record) - since > 2:
                since = None
            if record.get('type'):
                gemini_message(to, record, agent, again if since else None)
            elif history:
                again = Counter()
                for message in history:
                    gemini_message(to, message, agent, again)


def parsed(record):
    time = record.get('timestamp')
    return datetime.datetime.fromisoformat(time.replace('Z', '+00:00')).timestamp() if time else None


def gemini_message(to, message, agent, again):
    kind = {'user': 'USER', 'gemini': 'ASSISTANT'}.get(message['type'])
    content = message.get('content')
    parts = [content] if isinstance(content, str) else [p['text'] for p in content or [] if p.get('text')]
    if kind == 'ASSISTANT' and not isinstance(content, str):
        parts = []  # a history that is written down again; the reply itself is a string
    for number, text in enumerate(map(gemini_typed, parts) if kind == 'USER' else parts):
        if text.startswith('\n--- Content from referenced files'):
            break
        name = (message['id'], number)
        if not kind or not text:
            continue
        if again is not None:
            again[kind + text] += 1
        if name in to.names:
            if not agent:
                time, place, _, _ = to.said[to.names[name]]
                to.said[to.names[name]] = time, place, kind, text
        elif again is None or again[kind + text] > to.told_here.count(kind + text):
            to.names[name] = len(to.said)
            to.told_here.append(kind + text)
            to.say(message.get('timestamp'), kind, text, agent)
    for call in message.get('toolCalls') or []:
        to.call(call['id'], call['name'])
        if call.get('status') in ('success', 'error', 'cancelled') or isinstance(call.get('result'), list):
            to.result(call['id'])
        shown = call.get('resultDisplay')
        if isinstance(shown, dict) and 'fileDiff' in shown:
            to.change(shown.get('filePath') or shown['fileName'])


def gemini_typed(text):
    if re.match(r'\s*(<session_context>|<hook_context>|<state_snapshot>|This is the Gemini CLI\. We are setting up)', text):
        return ''
    shell = re.match(r'\s*I ran the following shell command:\s*```\w*\n(.*?)\n```', text, re.S)
    return '!' + shell[1].rstrip() if shell else text


# ---- Cursor


def cursor(home, found):
    user = next((home + at for at in ('/.config/Cursor/User', '/User') if os.path.isdir(home + at)), '')
    dot = next((home + at for at in ('/.cursor', '/dot-cursor') if os.path.isdir(home + at)), '')
    editor = user + '/globalStorage/state.vscdb'
    if not user or not os.path.exists(editor):
        return
    rows = dict(query(editor, 'SELECT key, value FROM cursorDiskKV'))
    state = {k: json.loads(v) for k, v in rows.items() if v and re.match('composerData:|bubbleId:', k)}
    helpers = {s: c for c in state.values() for s in c.get('subagentComposerIds') or []}
    for key, composer in state.items():
        if not key.startswith('composerData:'):
            continue
        own = composer['composerId']
        parent = helpers.get(own)
        to = found['cursor:' + (parent['composerId'] if parent else own)]
        heads = composer.get('fullConversationHeadersOnly') or []
        for bubble in composer.get('conversation') or [state[f'bubbleId:{own}:{h["bubbleId"]}'] for h in heads]:
            cursor_bubble(to, bubble, own if parent else None)
    for file in glob.glob(user + '/workspaceStorage/*/state.vscdb'):
        for _, value in query(file, "SELECT key, value FROM ItemTable WHERE key LIKE 'workbench.panel.aichat%'"):
            for tab in json.loads(value)['tabs']:
                for bubble in tab['bubbles']:
                    kind = 'USER' if bubble['type'] == 'user' else 'ASSISTANT'
                    found['cursor:' + tab['tabId']].say(None, kind, bubble.get('text') or bubble.get('rawText'))
    for file in glob.glob(dot + '/chats/*/*/store.db'):
        cursor_chat(found['cursor:' + os.path.basename(os.path.dirname(file))], file)
    for file in glob.glob(dot + '/projects/*/agent-transcripts/*/*.jsonl'):
        own = os.path.basename(file)[:-len('.jsonl')]
        if 'cursor:' + own not in found:
            for number, record in enumerate(records(file)):
                for part in record['message']['content']:
                    if part['type'] == 'tool_use':
                        found['cursor:' + own].call(number, part['name'])
                    elif part['type'] == 'text':
                        found['cursor:' + own].say(None, record['role'].upper(), cursor_typed(part['text']))


def query(file, sql):
    database = sqlite3.connect(f'file:{file}?mode=ro&immutable=1', uri=True)
    try:
        return database.execute(sql).fetchall()
    finally:
        database.close()


def cursor_bubble(to, bubble, agent):
    tool = bubble.get('toolFormerData')
    if tool:
        to.call(tool['toolCallId'], tool['name'])
        if tool['status'] != 'running':
            to.result(tool['toolCallId'])
        if tool['name'].startswith('edit_file') and tool['status'] == 'completed':
            params = json.loads(tool.get('params') or tool.get('rawArgs') or '{}')
            to.change(params.get('relativeWorkspacePath') or params.get('target_file') or params.get('path') or '')
    elif bubble.get('capabilityType') != 30:
        to.say(None, 'USER' if bubble['type'] == 1 else 'ASSISTANT', bubble.get('text'), agent)


def cursor_chat(to, file):
    for _, blob in query(file, 'SELECT rowid, data FROM blobs ORDER BY rowid'):
        try:
            message = json.loads(blob)
        except ValueError:
            continue  # protobuf
        content = message.get('content')
        for part in [{'type': 'text', 'text': content}] if isinstance(content, str) else content:
            if part['type'] == 'tool-call':
                to.call(part['toolCallId'], part['toolName'])
            elif part['type'] == 'tool-result':
                to.result(part['toolCallId'])
            elif part['type'] == 'text' and message['role'] in ('user', 'assistant'):
                to.say(None, message['role'].upper(), cursor_typed(part['text']))


def cursor_typed(text):
    if re.match('<user_info>|<system', text):
        return ''
    return re.sub(r'^<user_query>\n?(.*?)\n?</user_query>$', r'\1', text, flags=re.S)


# ---- Homes


class Found(dict):
    def __missing__(self, key):
        return self.setdefault(key, Conversation())


def rows(name, home):
    found = Found()
    for agent in (claude, codex, gemini, cursor):
        agent(home, found)
    for key in sorted(found):
        if found[key].said or found[key].calls:
            yield '\t'.join([name, key] + found[key].row())


def built(manifest, files):
    """homes.txt tells its own layout."""
    homes = {}
    for text in open(manifest, encoding='utf-8'):
        text = text.strip()
        if text.startswith('['):
            homes[text[1:-1]] = here = []
        elif text and not text.startswith('#'):
            here.append(text.split(None, 1))
    for name, parts in homes.items():
        with tempfile.TemporaryDirectory() as home:
            for path, source in parts:
                target = os.path.join(home, path)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                if source.endswith('.sql'):
                    database = sqlite3.connect(target)
                    database.executescript(text_of(os.path.join(files, source)))
                    database.close()
                    continue
                with open(target, 'w', encoding='utf-8', newline='') as out:
                    out.write(source[2:] + '\n' if source.startswith('= ') else text_of(os.path.join(files, source)))
            yield from rows(name, home)


def text_of(path):
    with open(path, encoding='utf-8', newline='') as file:
        return file.read()


def main(args):
    if args[:1] == ['--built'] and len(args) == 3:
        lines = built(args[1], args[2])
    elif args[:1] == ['--homes'] and len(args) > 2:
        homes = sorted(h for pattern in args[2:] for h in glob.glob(os.path.join(args[1], pattern)))
        lines = (line for home in homes for line in rows(os.path.relpath(home, args[1]), home))
    else:
        sys.exit(__doc__)
    for line in lines:
        print(line)


if __name__ == '__main__':
    main(sys.argv[1:])
