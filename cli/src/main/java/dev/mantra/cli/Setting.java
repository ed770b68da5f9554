package dev.mantra.cli;

/**
 * The value a setting has and where it comes from.
 *
 * @param value canonical text; empty when it has none
 * @param origin a file, an environment variable, an option, or "default"
 */
record Setting(SettingKey key, String value, String origin) {}
