/** The walls of the house, checked by a machine; each wall has a fixture that breaks it. */
package org.zongwu.walls;
