package dev.loper.calendar;

import java.time.LocalDate;

/// Which day it is for the workspace: by the wall clock of its default calendar.
@FunctionalInterface
public interface WorkspaceDay {

    LocalDate today();
}
