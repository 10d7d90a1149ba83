    throw Todo.yours(
        "Write modifyInterest: tell the kernel what this guest waits for from now on.");
