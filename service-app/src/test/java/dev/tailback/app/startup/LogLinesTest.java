package dev.tailback.app.startup;

import dev.tailback.testkit.LogLineRules;

class LogLinesTest implements LogLineRules {}
