package org.zongwu.web;

/**
 * What somebody begins at his desk, as writing a slip. Contributed as beans; shown to those who may open the path.
 *
 * @param order the first of those that a person sees is his main one
 */
public record DeskAction(String textKey, String path, String icon, int order) {}
