package org.zongwu.bench;

import java.util.List;
import java.util.UUID;
import org.zongwu.kernel.Actor;

/** A school that is ready for a work: its people, its one warehouse, and the items that lie in it. */
record BenchSchool(long id, String login, Actor keeper, Actor receiver, UUID department, UUID warehouse, List<UUID> items) {}
