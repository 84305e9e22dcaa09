package org.zongwu.kernel;

import java.util.UUID;

/**
 * A program at work with a token of the school: which school, which token, what it is called. It is not a person and holds no
 * duty: what asks for an {@link Actor} is not there for it. Made by {@code access} from the token, never from anything else a request says.
 */
public record Program(long schoolId, UUID tokenId, String name) {}
