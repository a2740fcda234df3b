package dev.loper.organisation;

import java.util.List;
import java.util.Optional;

/// The departments, wherever they are kept.
public interface Departments {

    /// All departments, by name.
    List<Department> all();

    Optional<Department> byId(DepartmentId id);

    void write(Department department);

    /// @return whether it was there
    boolean delete(DepartmentId id);
}
