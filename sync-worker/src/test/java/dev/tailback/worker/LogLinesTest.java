package dev.tailback.worker;

import dev.tailback.testkit.LogLineRules;

class LogLinesTest implements LogLineRules {}
